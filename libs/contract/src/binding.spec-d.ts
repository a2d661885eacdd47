import { Readable } from 'node:stream';
import type { Book, Loan, operations, security } from '../fixtures/operations.js';
import { type Caller, contractOf, type InputOf, type OutputOf, type UploadedFile } from './index.js';

/*
 * What compiles and what does not. Nothing here runs: typing.spec.ts has the compiler look at it, once as it is and once
 * without the directives.
 */

const { Operation, refusal, answer } = contractOf<operations, security>('library');
type Input<Id extends keyof operations> = InputOf<operations[Id], security[Id]>;
type Output<Id extends keyof operations> = OutputOf<operations[Id]>;

declare const book: Book;
declare const bookless: { id: string };

export class Sound {
  @Operation('listBooks')
  async listBooks({ query, cookie }: Input<'listBooks'>): Promise<Output<'listBooks'>> {
    const limit: number | undefined = query.limit;
    const genres: ('novel' | 'poetry')[] | undefined = query.genre;
    return [limit, genres, cookie.theme].length > 0 ? [book] : this.stream();
  }

  async *stream(): AsyncGenerator<Book> {
    yield book;
  }

  @Operation('addBook')
  async addBook({ body, caller }: Input<'addBook'>): Promise<Output<'addBook'>> {
    const known: Caller = caller;
    if (known.account === 1) return answer('addBook', { status: 200, body });
    return answer('addBook', { status: 201, body, headers: { Location: '/books/1', 'X-Copies': 2 } });
  }

  @Operation('getBook')
  async getBook({ path, caller }: Input<'getBook'>): Promise<Book> {
    const maybe: Caller | undefined = caller;
    return { ...book, id: `${path.bookId}${maybe?.account}` };
  }

  /** A handler may look at less than the operation brings. */
  @Operation('removeBook')
  async removeBook(): Promise<void> {}

  @Operation('borrowBook')
  async borrowBook({ body }: Input<'borrowBook'>): Promise<void> {
    const loan: Loan | undefined = body;
    if (loan) return;
  }

  @Operation('uploadCover')
  async uploadCover({ body }: Input<'uploadCover'>): Promise<Output<'uploadCover'>> {
    const cover: UploadedFile = body.cover;
    return answer('uploadCover', { status: 302, body: undefined, headers: { Location: `/${body.caption}/${cover.filename}` } });
  }

  @Operation('readPage')
  async readPage({ path }: Input<'readPage'>): Promise<Output<'readPage'>> {
    return path.pageNumber === 1 ? answer('readPage', { status: 200, type: 'text/plain', body: 'text' }) : Readable.from([]);
  }
}

export const sound = [
  refusal('addBook', 409, { code: 'Conflict', message: 'It is there' }),
  refusal(['getBook', 'removeBook'], 404, { code: 'NotFound', message: 'It is not' }),
];

export class Mistaken {
  // @ts-expect-error an operation that the document does not have
  @Operation('burnBook')
  async burnBook(): Promise<void> {}

  // @ts-expect-error a method that is not called as its operation
  @Operation('removeBook')
  async deleteBook(): Promise<void> {}

  // @ts-expect-error the input of another operation
  @Operation('getBook')
  async getBook({ body }: Input<'addBook'>): Promise<Book> {
    return body;
  }

  // @ts-expect-error input that the operation does not bring
  @Operation('removeBook')
  async removeBook(_input: { path: { bookId: string; shelf: number } }): Promise<void> {}

  // @ts-expect-error a parameter of another type
  @Operation('readPage')
  async readPage(_input: { path: { pageNumber: string } }): Promise<string> {
    return '';
  }

  // @ts-expect-error a handler that is not asynchronous
  @Operation('borrowBook')
  borrowBook(): void {}
}

export class MistakenInAnswers {
  // @ts-expect-error a member that the answer lacks
  @Operation('getBook')
  async getBook(): Promise<{ id: string }> {
    return bookless;
  }

  // @ts-expect-error a body for a 204
  @Operation('removeBook')
  async removeBook(): Promise<Book> {
    return book;
  }

  // @ts-expect-error a bare body where there are two successes to choose from
  @Operation('addBook')
  async addBook(): Promise<Book> {
    return book;
  }

  // @ts-expect-error a stream of something else
  @Operation('listBooks')
  async listBooks(): Promise<AsyncIterable<string>> {
    return Readable.from(['book']);
  }

  // @ts-expect-error text as an answer that is JSON
  @Operation('borrowBook')
  async borrowBook(): Promise<string> {
    return 'done';
  }
}

export async function inside({ query }: Input<'listBooks'>, { path }: Input<'readPage'>): Promise<Output<'addBook'>> {
  // @ts-expect-error the caller of an open operation
  type Nobody = Input<'listBooks'>['caller'];
  // @ts-expect-error a parameter that the operation does not have
  const shelf: unknown = query.shelf;
  // @ts-expect-error a number taken for a text
  const page: string = path.pageNumber;
  // @ts-expect-error a caller who may be missing, taken for granted
  const { account }: Caller = {} as Input<'getBook'>['caller'];
  // @ts-expect-error a success that is not documented
  answer('addBook', { status: 202, body: book });
  // @ts-expect-error a header that has to be sent
  answer('addBook', { status: 201, body: book });
  // @ts-expect-error a header that is not documented
  answer('addBook', { status: 201, body: book, headers: { Location: '/', 'X-Secret': 'x' } });
  // @ts-expect-error a body that is not documented
  answer('addBook', { status: 200, body: bookless });
  // @ts-expect-error a refusal that is not documented
  refusal('getBook', 409, { code: 'Conflict', message: '' });
  // @ts-expect-error a refusal that only one of two operations documents
  refusal(['addBook', 'getBook'], 404, { code: 'NotFound', message: '' });
  // @ts-expect-error a refusal's body that is not documented
  refusal('addBook', 409, { code: 'Other', message: '' });
  // @ts-expect-error a success as a refusal
  refusal('addBook', 200, book);
  return answer('addBook', { status: 200, body: { ...book, title: [shelf, page, account, undefined as unknown as Nobody].join() } });
}
