import { Controller } from '@nestjs/common';
import { type Input, Operation, type Output } from './accounts.contract.js';
import { clientOf } from './clients.js';
import { Invites } from './invites.service.js';
import { serverInfo } from './server-info.js';
import { AccountsUsers } from './users.service.js';

@Controller()
export class AccountsController {
  readonly #server = serverInfo();

  constructor(
    private readonly users: AccountsUsers,
    private readonly invites: Invites,
  ) {}

  @Operation('getServerInfo')
  async getServerInfo(): Promise<Output<'getServerInfo'>> {
    return this.#server;
  }

  @Operation('getAccountsConfig')
  async getAccountsConfig(): Promise<Output<'getAccountsConfig'>> {
    return { invite_required: this.invites.isRequired };
  }

  @Operation('registerAccount')
  async registerAccount({ body, client, header }: Input<'registerAccount'>): Promise<Output<'registerAccount'>> {
    return this.users.register(body, clientOf(client.address, header['User-Agent']));
  }

  @Operation('signInAccount')
  async signInAccount({ body, client, header }: Input<'signInAccount'>): Promise<Output<'signInAccount'>> {
    return this.users.signIn(body, clientOf(client.address, header['User-Agent']));
  }

  @Operation('getAccount')
  async getAccount({ caller }: Input<'getAccount'>): Promise<Output<'getAccount'>> {
    return this.users.show(caller.account);
  }

  @Operation('updateAccount')
  async updateAccount({ caller, body }: Input<'updateAccount'>): Promise<Output<'updateAccount'>> {
    return this.users.change(caller.account, body);
  }

  @Operation('deleteAccount')
  async deleteAccount({ caller }: Input<'deleteAccount'>): Promise<Output<'deleteAccount'>> {
    return this.users.remove(caller.account);
  }
}
