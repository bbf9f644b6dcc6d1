import { describe, expect, it } from 'vitest';
import { errorFields } from './logger.ts';

describe('an error in the log', () => {
  it('is its type, code, message, stack and cause, and nothing that a library hung on it', () => {
    const cause = Object.assign(new SyntaxError('not JSON'), {
      body: '{"password":"secret"',
      headers: { cookie: 'secret' },
    });
    const error = Object.assign(new Error('Broken', { cause }), {
      code: 'EBROKEN',
      op: { email: 'secret@example.com' },
    });

    const fields = errorFields(error);

    expect(fields).toMatchObject({ type: 'Error', code: 'EBROKEN', message: 'Broken', cause: { type: 'SyntaxError' } });
    expect(JSON.stringify(fields)).not.toContain('secret');
  });

  it('does not tell the key that a duplicate ran into', () => {
    const error = new Error('E11000 duplicate key error index: email_1 dup key: { email: "asha@example.com" }');

    expect(JSON.stringify(errorFields(error))).not.toContain('asha');
  });

  it('ends, though causes may lead in a circle', () => {
    const error = new Error('round');
    error.cause = error;

    expect(errorFields(error)).toMatchObject({ cause: { cause: { message: 'round' } } });
  });
});
