import compile from 'icu-minify/compile';

/** The texts of a language by their keys. */
export type Messages = Readonly<Record<string, string>>;

/** What a message fills in: by which name, whether it chooses or counts by it, and its choices. */
type Placeholder = { name: string; kind: string; branches: ReadonlyMap<string, unknown> };

/** The messages of a catalogue that have a fault, by what it is; all are empty for a good one. */
export function faultsOf(messages: Messages) {
  const all = Object.entries(messages);
  const read = all.flatMap(([key, message]) => (isIcu(message) ? [{ key, placeholders: readMessage(message) }] : []));
  const keysWith = (isFaulty: (placeholder: Placeholder) => boolean) =>
    read.filter(({ placeholders }) => placeholders.some(isFaulty)).map(({ key }) => key);
  return {
    notIcu: all.filter(([, message]) => !isIcu(message)).map(([key]) => key),
    /** Names, choices and plurals are all that a message may need: dates and amounts arrive as text. */
    ofUnknownKind: keysWith(({ kind }) => kind === 'unknown'),
    withoutPlurals: keysWith(
      ({ kind, branches }) => kind === 'plural' && !(branches.has('one') && branches.has('other')),
    ),
    empty: all.filter(([, message]) => message.trim() === '').map(([key]) => key),
  };
}

/** What `faultsOf` finds in a good catalogue. */
export const faultless = { notIcu: [], ofUnknownKind: [], withoutPlurals: [], empty: [] };

/** The keys of the messages that do not fill in the same in two languages, or do not choose among the same. */
export function differingIn(one: Messages, other: Messages): string[] {
  const choices = (message = '') => [...argumentsOf(message), ...choicesOf(message)];
  return Object.keys(one).filter((key) => String(choices(one[key])) !== String(choices(other[key])));
}

/** `by: customer expert other` for each choice of a message: a name that is misspelt would be told as `other`. */
function choicesOf(message: string): string[] {
  const choices = readMessage(message).filter(({ kind }) => kind === 'select');
  return [
    ...new Set(choices.map(({ name, branches }) => `${name}: ${[...branches.keys()].toSorted().join(' ')}`)),
  ].toSorted();
}

/** The names of what a message fills in, however deep, in the order of the alphabet. */
export function argumentsOf(message: string | undefined): string[] {
  return [...new Set(readMessage(message ?? '').map(({ name }) => name))].toSorted();
}

function isIcu(message: string): boolean {
  try {
    compile(message);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function readMessage(message: string): Placeholder[] {
  return placeholdersIn(compile(message));
}

/** The compiled form: a list of texts and of `[name, kind?, branches?]`, where a branch is a message again. */
function placeholdersIn(compiled: unknown): Placeholder[] {
  if (!Array.isArray(compiled)) return [];
  return compiled.flatMap((node: unknown) => {
    if (!Array.isArray(node)) return [];
    const [name, kind, options]: unknown[] = node;
    const branches = new Map(Object.entries(typeof options === 'object' && options !== null ? options : {}));
    return [
      { name: String(name), kind: kinds.get(kind) ?? 'unknown', branches },
      ...[...branches.values()].flatMap(placeholdersIn),
    ];
  });
}

const kinds = new Map<unknown, string>([
  [undefined, 'name'],
  [1, 'select'],
  [2, 'plural'],
]);
