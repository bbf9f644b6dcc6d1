import { describe, expect, it } from 'vitest';
import {
  allowedActions,
  sessionStatuses,
  sessionTransitions,
  type ActionableSession,
  type SessionAction,
  type SessionRole,
} from './index.ts';

const hour = 3_600_000;
const startsAt = Date.parse('2026-01-15T08:30:00Z');
const allowed = (session: Partial<ActionableSession>, role: SessionRole, now: number): SessionAction[] =>
  allowedActions(
    {
      status: 'confirmed',
      startsAt,
      endsAt: startsAt + hour,
      policy: { freeUntilHours: 24, refundPercentAfter: 0 },
      answerBy: null,
      autoCompletedAt: null,
      rating: null,
      ...session,
    },
    role,
    now,
  );

describe('what can be done with a session', () => {
  it('two days ahead: both people cancel and move it', () => {
    expect(allowed({}, 'customer', startsAt - 48 * hour)).toEqual(['cancel', 'reschedule']);
    expect(allowed({}, 'expert', startsAt - 48 * hour)).toEqual(['cancel', 'reschedule']);
  });

  it('after the deadline for free changes the customer can cancel only: moving first would escape the fee (L3)', () => {
    expect(allowed({}, 'customer', startsAt - 24 * hour)).toEqual(['cancel', 'reschedule']);
    expect(allowed({}, 'customer', startsAt - 24 * hour + 1)).toEqual(['cancel']);
    expect(allowed({}, 'expert', startsAt - 1)).toEqual(['cancel', 'reschedule']);
  });

  it('from its start on nobody cancels; the expert closes it', () => {
    expect(allowed({}, 'customer', startsAt)).toEqual([]);
    expect(allowed({}, 'expert', startsAt)).toEqual(['complete', 'no-show']);
    expect(allowed({ status: 'in-progress' }, 'admin', startsAt + hour)).toEqual(['complete', 'no-show']);
  });

  it('a request is answered by the expert until the deadline, and cancelled by its customer (L4)', () => {
    const request = { status: 'pending', answerBy: startsAt - 30 * hour } as const;
    expect(allowed(request, 'expert', startsAt - 31 * hour)).toEqual(['cancel', 'reschedule', 'accept', 'reject']);
    expect(allowed(request, 'expert', startsAt - 30 * hour)).toEqual(['cancel']);
    expect(allowed(request, 'customer', startsAt - 30 * hour)).toEqual(['cancel']);
    expect(allowed(request, 'customer', startsAt - 31 * hour)).toEqual(['cancel', 'reschedule']);
  });

  it('a completed session is rated by its customer, once (L4)', () => {
    expect(allowed({ status: 'completed' }, 'customer', startsAt + 2 * hour)).toEqual(['rate']);
    expect(allowed({ status: 'completed', rating: 5 }, 'customer', startsAt + 2 * hour)).toEqual([]);
  });

  it('a session that the expert closes early is rated when its time is over, not before', () => {
    expect(allowed({ status: 'completed' }, 'customer', startsAt + hour - 1)).toEqual([]);
    expect(allowed({ status: 'completed' }, 'customer', startsAt + hour)).toEqual(['rate']);
  });

  it('a session that completed by itself can be a no-show after all, for 72 hours and while unrated', () => {
    const session = { status: 'completed', autoCompletedAt: startsAt + 2 * hour } as const;
    expect(allowed(session, 'expert', startsAt + 73 * hour)).toEqual(['no-show']);
    expect(allowed(session, 'expert', startsAt + 74 * hour)).toEqual([]);
    expect(allowed({ ...session, rating: 4 }, 'expert', startsAt + 3 * hour)).toEqual([]);
    expect(allowed({ status: 'completed' }, 'expert', startsAt + 3 * hour)).toEqual([]);
  });

  it.each(['cancelled', 'no-show'] as const)('a session that is %s stays so', (status) => {
    for (const role of ['customer', 'expert', 'admin'] as const) {
      for (const now of [startsAt - 48 * hour, startsAt, startsAt + hour]) {
        expect(allowed({ status }, role, now)).toEqual([]);
      }
    }
  });

  it('never leads out of the table of transitions', () => {
    const leadsTo = {
      cancel: 'cancelled',
      accept: 'confirmed',
      reject: 'cancelled',
      complete: 'completed',
      'no-show': 'no-show',
    } as const;
    for (const status of sessionStatuses) {
      for (const role of ['customer', 'expert', 'admin'] as const) {
        for (const now of [startsAt - 48 * hour, startsAt - 1, startsAt, startsAt + hour]) {
          for (const action of allowed({ status, autoCompletedAt: startsAt }, role, now)) {
            if (action === 'reschedule' || action === 'rate') continue;
            expect(sessionTransitions[status], `${action} of ${status}`).toContain(leadsTo[action]);
          }
        }
      }
    }
  });
});
