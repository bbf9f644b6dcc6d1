import { useState } from 'react';
import type { FieldErrors } from '../../lib/forms/field-errors.ts';
import { changedFields, rebased } from './draft/changes.ts';

type Answered<Saved> = { onSuccess: (saved: Saved) => void; onError: (error: Error) => void };

type EditorOptions<Draft extends object, Saved> = {
  /** What is edited, as it was when the editor was opened. */
  opened: Saved;
  draftOf: (saved: Saved) => Draft;
  /** All that is wrong with a draft; told of a field once it was left, or when the draft is sent. */
  faultsOf: (draft: Draft) => FieldErrors;
  /** What is wrong between two fields, and told at once. */
  contradictionsOf: (draft: Draft) => FieldErrors;
  send: (draft: Draft, saved: Saved, answered: Answered<Saved>) => void;
  /** What the server found wrong with a draft, by field. */
  refusalsOf: (error: unknown, sent: Draft) => FieldErrors;
  /** `before` is what it was saved over. */
  onSaved: (saved: Saved, before: Saved) => void;
};

/**
 * Something with a version while it is edited: what was typed, what is wrong with it, and how it differs from what is
 * saved. Nothing that was typed is lost by saving, by a refusal, or by what somebody else saved meanwhile.
 */
export function useEditor<Draft extends object, Saved>(options: EditorOptions<Draft, Saved>) {
  const { draftOf, faultsOf, contradictionsOf, refusalsOf } = options;
  const [saved, setSaved] = useState(options.opened);
  const [draft, setDraft] = useState(() => draftOf(options.opened));
  const [left, setLeft] = useState<readonly string[]>([]);
  const [summary, setSummary] = useState<FieldErrors>({});
  const [refused, setRefused] = useState<FieldErrors>({});
  // What was typed and then given up, so that it can be had back.
  const [aside, setAside] = useState<Draft>();
  const base = draftOf(saved);

  const send = (wanted: Draft, onto: Saved) => {
    const found = faultsOf(wanted);
    setSummary(found);
    setLeft([...left, ...Object.keys(found)]);
    if (Object.keys(found).length > 0) return;
    options.send(wanted, onto, {
      onSuccess: (now) => {
        setSaved(now);
        setDraft((current) => rebased(current, wanted, draftOf(now)));
        setAside(undefined);
        options.onSaved(now, onto);
      },
      onError: (error) => {
        const refusals = refusalsOf(error, wanted);
        setRefused(refusals);
        setSummary(refusals);
      },
    });
  };
  const giveUpFor = (now: Saved) => {
    setAside(draft);
    setSaved(now);
    setDraft(draftOf(now));
    setSummary({});
    setRefused({});
  };

  return {
    saved,
    draft,
    changed: changedFields(draft, base),
    summary,
    faults: { ...only(faultsOf(draft), left), ...contradictionsOf(draft), ...refused },
    change: (part: Partial<Draft>) => {
      setDraft((current) => ({ ...current, ...part }));
      setRefused((current) => without(current, Object.keys(part)));
    },
    leave: (field: string) => setLeft((current) => (current.includes(field) ? current : [...current, field])),
    submit: () => send(draft, saved),
    /** Saves it over something else than what was opened. */
    saveOver: (other: Saved) => send(draft, other),
    discard: () => giveUpFor(saved),
    /** Mine on top of what somebody else saved: fields that were not touched here are theirs. */
    keepMine: (theirs: Saved) => {
      const mine = rebased(draft, base, draftOf(theirs));
      setSaved(theirs);
      setDraft(mine);
      send(mine, theirs);
    },
    takeTheirs: giveUpFor,
    bringBack:
      aside &&
      (() => {
        setDraft(aside);
        setAside(undefined);
      }),
  };
}

function only(faults: FieldErrors, fields: readonly string[]): FieldErrors {
  return Object.fromEntries(Object.entries(faults).filter(([name]) => fields.includes(name)));
}

/** A fault inside a list is named after the list: `questions-…`. */
function without(faults: FieldErrors, fields: readonly string[]): FieldErrors {
  return Object.fromEntries(Object.entries(faults).filter(([name]) => !fields.includes(name.split('-')[0] ?? name)));
}
