/** The fields in which two drafts differ. */
export function changedFields<Draft extends object>(draft: Draft, before: Draft): (keyof Draft)[] {
  return Object.keys(draft)
    .filter((name) => isFieldOf(draft, name))
    .filter((field) => JSON.stringify(draft[field]) !== JSON.stringify(before[field]));
}

/**
 * What was changed since `before`, on top of `now`: the fields that nobody touched here are those of `now`. So nothing
 * that was typed is lost, and nothing that somebody else saved meanwhile is undone in passing.
 */
export function rebased<Draft extends object>(draft: Draft, before: Draft, now: Draft): Draft {
  const merged: Draft = { ...now };
  for (const field of changedFields(draft, before)) merged[field] = draft[field];
  return merged;
}

function isFieldOf<Draft extends object>(draft: Draft, name: PropertyKey): name is keyof Draft {
  return Object.hasOwn(draft, name);
}
