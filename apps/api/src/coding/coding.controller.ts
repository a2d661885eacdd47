import { Controller } from '@nestjs/common';
import { type Input, Operation, type Output } from './coding.contract.js';
import { CodingFriends } from './friends.service.js';
import { Heartbeats } from './heartbeats.service.js';
import { heartbeatOf } from './sessions.js';
import { CodingSessions } from './sessions.service.js';
import { CodingUsers } from './users.service.js';

@Controller()
export class CodingController {
  constructor(
    private readonly heartbeats: Heartbeats,
    private readonly sessions: CodingSessions,
    private readonly users: CodingUsers,
    private readonly friends: CodingFriends,
  ) {}

  @Operation('recordHeartbeat')
  async recordHeartbeat({ caller, body }: Input<'recordHeartbeat'>): Promise<Output<'recordHeartbeat'>> {
    return this.heartbeats.record(caller.account, heartbeatOf(body));
  }

  @Operation('flushSession')
  async flushSession({ caller }: Input<'flushSession'>): Promise<Output<'flushSession'>> {
    return this.heartbeats.flush(caller.account);
  }

  @Operation('listCodingSessions')
  async listCodingSessions(input: Input<'listCodingSessions'>): Promise<Output<'listCodingSessions'>> {
    return this.sessions.list(input.caller.account, input.path.username, input.query);
  }

  @Operation('getCodingUser')
  async getCodingUser({ caller }: Input<'getCodingUser'>): Promise<Output<'getCodingUser'>> {
    return this.users.show(caller.account);
  }

  @Operation('registerCodingUser')
  async registerCodingUser({ body }: Input<'registerCodingUser'>): Promise<Output<'registerCodingUser'>> {
    return this.users.register(body.username, body.password);
  }

  @Operation('signInCodingUser')
  async signInCodingUser({ body }: Input<'signInCodingUser'>): Promise<Output<'signInCodingUser'>> {
    return this.users.signIn(body.username, body.password);
  }

  @Operation('changeCodingPassword')
  async changeCodingPassword({ caller, body }: Input<'changeCodingPassword'>): Promise<Output<'changeCodingPassword'>> {
    return this.users.changePassword(caller.account, body.old, body.new);
  }

  @Operation('regenerateCodingToken')
  async regenerateCodingToken({ caller }: Input<'regenerateCodingToken'>): Promise<Output<'regenerateCodingToken'>> {
    return this.users.regenerateToken(caller.account);
  }

  @Operation('addCodingFriend')
  async addCodingFriend({ caller, body }: Input<'addCodingFriend'>): Promise<Output<'addCodingFriend'>> {
    return this.friends.befriend(caller.account, body);
  }

  @Operation('listCodingFriends')
  async listCodingFriends({ caller }: Input<'listCodingFriends'>): Promise<Output<'listCodingFriends'>> {
    return this.friends.list(caller.account);
  }

  @Operation('regenerateFriendCode')
  async regenerateFriendCode({ caller }: Input<'regenerateFriendCode'>): Promise<Output<'regenerateFriendCode'>> {
    return this.friends.regenerateCode(caller.account);
  }
}
