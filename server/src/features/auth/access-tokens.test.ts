import jwt from 'jsonwebtoken';
import { Types } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { createTestClock } from '../../../test/test-clock.ts';
import { createAccessTokens } from './access-tokens.ts';

const secret = 'a secret of thirty-two bytes or more';
const clock = createTestClock();
const tokens = createAccessTokens({ secret, clock });
const expert = {
  userId: new Types.ObjectId(),
  signInId: new Types.ObjectId(),
  roles: ['customer', 'expert'] as const,
  expertId: new Types.ObjectId(),
};

const claims = {
  sub: expert.userId.toHexString(),
  sid: expert.signInId.toHexString(),
  roles: ['admin'],
  expertId: null,
  iss: 'serene',
  aud: 'serene-api',
};
const times = { iat: clock.now().getTime() / 1000, exp: clock.now().getTime() / 1000 + 60 };
const refused = (token: string) => {
  expect(() => tokens.verifyAccessToken(token)).toThrow(expect.objectContaining({ code: 'UNAUTHENTICATED' }));
};

describe('access tokens', () => {
  it('carry who the caller is', () => {
    expect(tokens.verifyAccessToken(tokens.signAccessToken(expert))).toEqual(expert);
    expect(tokens.verifyAccessToken(tokens.signAccessToken({ ...expert, expertId: null })).expertId).toBeNull();
  });

  it('are accepted as this test forges them, so that the refusals below mean something', () => {
    expect(tokens.verifyAccessToken(jwt.sign({ ...claims, ...times }, secret)).roles).toEqual(['admin']);
  });

  it.each([
    ['another secret', jwt.sign({ ...claims, ...times }, 'another secret of thirty-two bytes')],
    ['no signature', jwt.sign({ ...claims, ...times }, null, { algorithm: 'none' })],
    ['another algorithm', jwt.sign({ ...claims, ...times }, secret, { algorithm: 'HS512' })],
    ['another issuer', jwt.sign({ ...claims, ...times, iss: 'other' }, secret)],
    ['another audience', jwt.sign({ ...claims, ...times, aud: 'other' }, secret)],
    ['an unknown role', jwt.sign({ ...claims, ...times, roles: ['root'] }, secret)],
    ['no sign-in', jwt.sign({ ...claims, ...times, sid: undefined }, secret)],
    ['no subject', jwt.sign({ ...claims, ...times, sub: undefined }, secret)],
    ['an end that has passed', jwt.sign({ ...claims, iat: times.iat - 100, exp: times.iat }, secret)],
    ['no shape of a token', 'hello'],
  ])('with %s are refused', (_what, token) => {
    refused(token);
  });
});
