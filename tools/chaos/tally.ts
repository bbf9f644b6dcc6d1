/** What is counted, each group a part of the table at the end. */
export const tallyGroups = [
  'outcome',
  'did',
  'answers',
  'kills',
  'gateway faults',
  'webhook faults',
  'mail faults',
  'jobs',
] as const;
export type TallyGroup = (typeof tallyGroups)[number];

/** Something that must never be. */
export type Violation = {
  /** Short and fixed, so that violations of one kind can be counted. */
  rule: string;
  /** What was found, with ids. */
  found: string;
};

/** Counts what happens during a run, and collects what must not. */
export class Tally {
  readonly violations: Violation[] = [];
  private readonly groups = new Map<TallyGroup, Map<string, number>>();

  count(group: TallyGroup, name: string, by = 1): void {
    const names = this.groups.get(group) ?? new Map<string, number>();
    names.set(name, (names.get(name) ?? 0) + by);
    this.groups.set(group, names);
  }

  violate(rule: string, found: string): void {
    this.violations.push({ rule, found });
  }

  of(group: TallyGroup, name: string): number {
    return this.groups.get(group)?.get(name) ?? 0;
  }

  total(group: TallyGroup): number {
    return [...(this.groups.get(group)?.values() ?? [])].reduce((sum, count) => sum + count, 0);
  }

  /** The counts of a group, the names in order. */
  list(group: TallyGroup): [name: string, count: number][] {
    return [...(this.groups.get(group) ?? [])].sort(([one], [other]) => one.localeCompare(other));
  }
}
