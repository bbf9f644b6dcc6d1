import type { User } from '@serene/shared/contracts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useTestApi } from '../../testing/api.ts';
import { buildExpert, buildUser, expertId, otherUserId, sessionId, userId } from '../../testing/fixtures.ts';
import { accessToken, dropAccessToken, keepAccessToken, maySignInSilently, onAccountChange } from './access-token.ts';
import { ApiError } from './errors.ts';
import { explain } from './explain.ts';
import { request, requestFile } from './request.ts';

const api = useTestApi();
const expertAnswer = { success: true, expert: buildExpert() } as const;
const signedIn = { success: true, accessToken: 'fresh', user: buildUser() } as const;

afterEach(() => {
  dropAccessToken();
});

async function failure(work: Promise<unknown>): Promise<ApiError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error('The request did not fail.');
}

describe('a request', () => {
  it('fills the path and the query by its contract, and leaves out what is empty', async () => {
    api.current.on('GET /experts/:id/available-dates', 200, {
      success: true,
      month: '2026-01',
      timezone: 'Asia/Kolkata',
      duration: 60,
      availableDates: [],
      nextAvailableDate: null,
    });

    await request('GET /experts/:id/available-dates', {
      params: { id: 'dr-sarah-khan' },
      query: { month: '2026-01', duration: 90, timezone: 'Asia/Kolkata' },
    });

    expect(api.current.calls('GET /experts/:id/available-dates')[0]).toMatchObject({
      params: { id: 'dr-sarah-khan' },
      query: { month: '2026-01', duration: 90, timezone: 'Asia/Kolkata' },
    });
  });

  it('carries the access token once there is one', async () => {
    api.current.on('GET /experts/:id', 200, expertAnswer);

    await request('GET /experts/:id', { params: { id: expertId } });
    keepAccessToken('secret', userId);
    await request('GET /experts/:id', { params: { id: expertId } });

    expect(api.current.calls('GET /experts/:id').map((call) => call.authorization)).toEqual([null, 'Bearer secret']);
  });

  it('fetches a file as it is', async () => {
    api.current.on('GET /sessions/:id/calendar.ics', 200, 'BEGIN:VCALENDAR');

    const file = await requestFile('GET /sessions/:id/calendar.ics', { id: sessionId });

    expect(await file.text()).toBe('BEGIN:VCALENDAR');
  });
});

describe('a failed request', () => {
  it('tells code, status, details, request id and how long to wait', async () => {
    api.current.fail('GET /experts/:id', 'TOO_MANY_REQUESTS', { retryAfter: 17, requestId: 'r-1', details: { a: 1 } });

    const error = await failure(request('GET /experts/:id', { params: { id: expertId } }));

    expect(error).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      status: 429,
      retryAfter: 17,
      requestId: 'r-1',
      details: { a: 1 },
    });
  });

  it('is NETWORK where nothing came back', async () => {
    api.current.setOnline(false);

    const error = await failure(request('GET /experts/:id', { params: { id: expertId } }));

    expect(error).toMatchObject({ code: 'NETWORK', status: 0 });
  });

  it('is BAD_RESPONSE where a proxy answered with a page', async () => {
    api.current.raw('GET /experts/:id', () => new Response('<h1>Bad Gateway</h1>', { status: 502 }));

    const error = await failure(request('GET /experts/:id', { params: { id: expertId } }));

    expect(error).toMatchObject({ code: 'BAD_RESPONSE', status: 502 });
  });

  it('keeps the words of a server that is newer than the page', async () => {
    const error = { code: 'OFFER_CHANGED', message: 'This session is no longer offered.' };
    api.current.raw('GET /experts/:id', () => Response.json({ success: false, error }, { status: 409 }));

    const failed = await failure(request('GET /experts/:id', { params: { id: expertId } }));

    expect(failed).toMatchObject({ status: 409, ...error });
    expect(explain(failed)).toBe('This session is no longer offered.');
  });

  it('is BAD_RESPONSE where a proxy answered in a form of its own', async () => {
    const error = { code: 'BLOCKED', message: 'Ray id 1' };
    api.current.raw('GET /experts/:id', () => Response.json({ error }, { status: 403 }));

    expect((await failure(request('GET /experts/:id', { params: { id: expertId } }))).code).toBe('BAD_RESPONSE');
  });

  it('is BAD_RESPONSE where the answer breaks its contract', async () => {
    api.current.raw('GET /experts/:id', () => Response.json({ success: true, expert: { name: 'Half an expert' } }));

    const error = await failure(request('GET /experts/:id', { params: { id: expertId } }));

    expect(error.code).toBe('BAD_RESPONSE');
    expect(error.message).toContain('GET /experts/:id broke its contract');
  });
});

/** Collects who is said to be signed in from now on. */
function listen() {
  const told: (User | null)[] = [];
  return { told, stop: onAccountChange((user) => told.push(user)) };
}

describe('an access token that ran out (A1)', () => {
  /** Refuses the old token and accepts the new one. */
  const refuseOldToken = () =>
    api.current.raw('GET /me', () =>
      accessToken() === 'fresh'
        ? Response.json({ success: true, user: buildUser() })
        : Response.json(
            { success: false, error: { code: 'UNAUTHENTICATED', message: 'Sign in to continue.' } },
            { status: 401 },
          ),
    );

  it('is renewed once, unseen by the caller', async () => {
    keepAccessToken('stale', userId);
    refuseOldToken();
    api.current.on('POST /auth/refresh', 200, signedIn);
    const { told, stop } = listen();

    const { user } = await request('GET /me');

    stop();
    expect(told).toEqual([]);
    expect(user.email).toBe('asha@example.com');
    expect(api.current.calls('GET /me')).toHaveLength(2);
  });

  it('is renewed for another link to confirm an address as well', async () => {
    keepAccessToken('stale', userId);
    api.current.raw('POST /auth/verify-email/resend', () =>
      accessToken() === 'fresh'
        ? Response.json({ success: true, state: 'sent' })
        : Response.json(
            { success: false, error: { code: 'UNAUTHENTICATED', message: 'Sign in to continue.' } },
            { status: 401 },
          ),
    );
    api.current.on('POST /auth/refresh', 200, signedIn);

    expect(await request('POST /auth/verify-email/resend')).toEqual({ success: true, state: 'sent' });
  });

  it('is not what a sign-in with a wrong password was refused for', async () => {
    keepAccessToken('stale', userId);
    api.current.fail('POST /auth/login', 'INVALID_CREDENTIALS');

    const body = { email: 'asha@example.com', password: 'not the one' };

    expect((await failure(request('POST /auth/login', { body }))).code).toBe('INVALID_CREDENTIALS');
    expect(api.current.calls('POST /auth/refresh')).toHaveLength(0);
  });

  it('is renewed by one request however many needed it', async () => {
    keepAccessToken('stale', userId);
    refuseOldToken();
    api.current.on('POST /auth/refresh', 200, signedIn);

    await Promise.all([request('GET /me'), request('GET /me'), request('GET /me')]);

    expect(api.current.calls('POST /auth/refresh')).toHaveLength(1);
  });

  it('takes turns with the other pages of this browser', async () => {
    const held: string[] = [];
    const takeTurn = async (name: string, work: () => Promise<unknown>) => {
      held.push(name);
      return work();
    };
    vi.stubGlobal('navigator', { locks: { request: takeTurn } });
    keepAccessToken('stale', userId);
    refuseOldToken();
    api.current.on('POST /auth/refresh', 200, signedIn);

    await request('GET /me');

    expect(held).toEqual(['serene.refresh']);
  });

  it('ends the sign-in where it cannot be renewed, and says so', async () => {
    keepAccessToken('stale', userId);
    refuseOldToken();
    api.current.fail('POST /auth/refresh', 'UNAUTHENTICATED');
    const { told, stop } = listen();

    const error = await failure(request('GET /me'));

    stop();
    expect(error.code).toBe('UNAUTHENTICATED');
    expect(maySignInSilently()).toBe(false);
    expect(told).toEqual([null]);
  });

  it('keeps the sign-in where the renewal met a broken connection', async () => {
    keepAccessToken('stale', userId);
    refuseOldToken();
    api.current.raw('POST /auth/refresh', () => new Response('', { status: 503 }));

    const error = await failure(request('GET /me'));

    expect(error).toMatchObject({ code: 'BAD_RESPONSE', status: 503 });
    expect(maySignInSilently()).toBe(true);
  });

  it('never sends a request again as somebody else, who signed in with another tab', async () => {
    keepAccessToken('stale', userId);
    refuseOldToken();
    const ravi = buildUser({ id: otherUserId, name: 'Ravi Kumar' });
    api.current.on('POST /auth/refresh', 200, { ...signedIn, user: ravi });
    const { told, stop } = listen();

    const error = await failure(request('GET /me'));

    stop();
    expect(error.code).toBe('OTHER_ACCOUNT');
    expect(api.current.calls('GET /me')).toHaveLength(1);
    expect(told).toEqual([ravi]);
  });

  it('never sends a late request again as somebody else, who signed in on this page in the meantime', async () => {
    keepAccessToken('stale', userId);
    api.current.raw('GET /me', () => {
      keepAccessToken('of Ravi', otherUserId);
      return Response.json(
        { success: false, error: { code: 'UNAUTHENTICATED', message: 'Sign in to continue.' } },
        { status: 401 },
      );
    });
    api.current.on('POST /auth/refresh', 200, { ...signedIn, user: buildUser({ id: otherUserId }) });

    const error = await failure(request('GET /me'));

    expect(error.code).toBe('OTHER_ACCOUNT');
    expect(api.current.calls('GET /me')).toHaveLength(1);
  });

  it('asks for nothing where nobody ever signed in', async () => {
    api.current.fail('GET /me', 'UNAUTHENTICATED');

    expect((await failure(request('GET /me'))).code).toBe('UNAUTHENTICATED');
    expect(api.current.calls('POST /auth/refresh')).toHaveLength(0);
  });
});
