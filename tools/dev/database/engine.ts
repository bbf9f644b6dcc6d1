import type { Child } from '../processes/child.ts';
import type { Children } from '../processes/children.ts';

/** The programs that can hold the data; the name is what the marker file remembers. */
export type EngineName = 'mongod' | 'secantusdb';

export type LaunchOptions = {
  children: Children;
  /** Folder of the engine's files; exists. */
  folder: string;
  port: number;
  logFile?: string | undefined;
  env?: NodeJS.ProcessEnv | undefined;
};

export type LaunchFailure = {
  /** `port-taken`: somebody took the port meanwhile. `in-use`: another process has the folder open. */
  kind: 'port-taken' | 'in-use' | 'broken';
  /** The last lines that the engine printed. */
  said: string;
};

/** A database program that is installed and can be started. */
export type Engine = {
  readonly name: EngineName;
  /** Name and version, for people. */
  readonly label: string;
  /** Starts it as a single-node replica set on 127.0.0.1 and resolves once it takes commands. */
  launch(options: LaunchOptions): Promise<Child | LaunchFailure>;
  /** Connection string of the server on `port`. */
  uri(port: number): string;
};
