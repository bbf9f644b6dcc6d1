/** A start that cannot go on: what is wrong, and what the reader can do about it. */
export class StartError extends Error {
  override readonly name = 'StartError';
  readonly remedy: string;

  constructor(problem: string, remedy: string, options: { cause?: unknown } = {}) {
    super(problem, options);
    this.remedy = remedy;
  }
}
