import { describe, expect, it } from 'vitest';
import { AccountsStage, badRequest, password } from '../../support/accounts.js';
import { describeOnStage } from '../../support/operation.js';

const rules = {
  name: 'name has to be between 1 and 255 characters long',
  email: 'email has to be an e-mail address of at most 255 characters',
  password: 'password has to be between 8 and 255 characters long',
};
const unkept = 'holds text that cannot be kept: a NUL or half a surrogate pair';

describeOnStage('bodies of registrations', AccountsStage, (stage) => {
  const post = (body: string, type = 'application/json') =>
    stage.post('/v1/user', { body, headers: { 'content-type': type } });
  const refuses = (json: object, detail: string, pointer?: string) =>
    stage.refuses(
      { method: 'POST', path: '/v1/user', json: { name: 'Aino', email: stage.freshEmail(), password, ...json } },
      badRequest(detail, pointer),
    );

  describe('with a name', () => {
    it.each([
      'x', ' ', '漢'.repeat(255), '🧙'.repeat(255), 'Łódź ß İ', '\u202e', '<b>&amp;</b>', '__proto__',
    ])('may be %s', async (name) => {
      const person = await stage.person({ name });
      expect(await stage.get('/v1/user', { as: person })).toMatchObject({ body: { name } });
    });

    it.each(['', 'x'.repeat(256), '🧙'.repeat(256)])('must not be "%s"', (name) =>
      refuses({ name }, rules.name, '/body/name'));

    it.each(['\0', 'a\0b', '\ud800', 'a\udc00'])('must not be the half text %j', (name) =>
      refuses({ name }, `body/name ${unkept}`, '/body/name'));
  });

  describe('with a password', () => {
    it.each([
      'x'.repeat(8), 'x'.repeat(255), '🧙'.repeat(8), '🧙'.repeat(255), ' '.repeat(8), 'пароль🔑  ',
    ])('may be %s', async (text) => {
      const { email } = await stage.person({ password: text });
      expect(await stage.signIn(email, { password: text })).toMatchObject({ status: 201 });
    });

    it.each(['', 'x'.repeat(7), '🧙'.repeat(7), 'x'.repeat(256)])('must not be "%s"', async (text) => {
      await refuses({ password: text }, rules.password, '/body/password');
      expect(await stage.signIn('aino@example.org', { password: text })).toMatchObject({ status: 400 });
    });
  });

  describe('with an e-mail address', () => {
    it.each([
      'a@b', 'a@localhost', "o'brien+tag{1}@sub.example.org", '.a..b.@x', 'a@[127.0.0.1]', 'a@[::1]', 'a@bücher.de',
      'a@例え.テスト',
      `${'x'.repeat(64)}@example.org`, `a@${'x'.repeat(63)}.${'y'.repeat(63)}.${'z'.repeat(63)}.${'w'.repeat(61)}`,
    ])('may be %s, and is kept as it is written', async (email) => {
      const person = await stage.person({ email });
      expect(await stage.get('/v1/user', { as: person })).toMatchObject({ body: { email } });
      expect(await stage.signIn(email)).toMatchObject({ status: 201 });
      expect(await stage.register({ email: email.toUpperCase() })).toMatchObject({ status: 409 });
    });

    it.each([
      '', 'a', '@', 'a@', '@b', 'a b@c', 'a@b c', ' a@b', 'a@b ', 'a@b\n', 'a@b@c', '"a"@b', 'Aino <a@b>',
      'ä@b', 'a@-b', 'a@b-', 'a@b..c', 'a@.b',
      'a@b.', 'a@b_c', 'a@[]', `a@${'x'.repeat(64)}`, `${'x'.repeat(65)}@example.org`, `${'x'.repeat(1000)}@b`,
      `a@${'x'.repeat(63)}.${'y'.repeat(63)}.${'z'.repeat(63)}.${'w'.repeat(62)}`,
    ])('must not be "%s"', async (email) => {
      await refuses({ email }, rules.email, '/body/email');
      expect(await stage.signIn(email)).toMatchObject({ status: 400 });
    });

    it.each([
      'a@[999.0.0.1]', 'a@[1:2]', `a@${'ü'.repeat(60)}.de`, 'a@ü.xn--a',
    ])('must not be at no domain, as in %s', async (email) => {
      await refuses({ email }, rules.email);
      expect(await stage.signIn(email)).toMatchObject({ status: 400 });
    });
  });

  describe.each(['name', 'email', 'password'])('without a %s', (member) => {
    it('are refused', () => refuses({ [member]: undefined }, `${member} is required`, `/body/${member}`));

    it.each([null, 1, true, [], ['a@b'], {}])('but %j are refused', (value) =>
      refuses({ [member]: value }, `${member} must be string`, `/body/${member}`));
  });

  it.each(['null', '[]', '["Aino","a@b","correct horse"]', '"text"', '1'])('are objects, and not %s', async (text) => {
    expect(await post(text)).toMatchObject({ status: 400, body: { code: 'BadRequest', message: 'Bad request' } });
  });

  it.each(['', '{', '{}}', "{'name':1}", '\uFEFF{}', '['.repeat(10_000)])('are JSON, and not "%.20s"', async (text) => {
    expect(await post(text)).toMatchObject({ status: 400, body: { code: 'BadRequest', message: 'Bad request' } });
  });

  it('may say a thing twice, and the last counts', async () => {
    const email = stage.freshEmail();
    const text = `{"name":"first","email":"a@b","name":"last","password":"${password}","email":"${email}"}`;
    const answer = await post(text);
    expect(answer).toMatchObject({ status: 201 });
    const as = stage.signedIn(answer);
    expect(await stage.get('/v1/user', { as })).toMatchObject({ body: { name: 'last', email } });
    expect(await post(text.replace('"last"', 'null'))).toMatchObject({ status: 400 });
  });

  it('are cut to what is documented', async () => {
    const json = { id: 'x', user_id: 'x', created_at: 1, isAdmin: true, constructor: {}, tags: ['\0'] };
    const person = await stage.person(json);
    expect(person.session.id).not.toBe('x');
    const email = stage.freshEmail();
    const text = `{"__proto__":{"name":"pwned"},"name":"Aino","email":"${email}","password":"${password}"}`;
    expect(await post(text)).toMatchObject({ status: 201 });
    expect(({} as { name?: string }).name).toBeUndefined();
  });

  const whole = () => JSON.stringify({ name: 'Aino', email: stage.freshEmail(), password });

  it.each([
    'application/json', 'Application/JSON; charset="UTF-8"', 'application/vnd.ephemeride+json',
  ])('are taken as %s', async (type) => {
    expect(await post(whole(), type)).toMatchObject({ status: 201 });
  });

  it.each([
    'text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=utf-16',
  ])('are not taken as %s', async (type) => {
    const body = { code: 'UnsupportedMediaType', message: 'Unsupported Media Type' };
    expect(await post(whole(), type)).toMatchObject({ status: 415, body });
  });
});
