import { checkExternalDatabase, isInUse, releaseLocks, startDatabase } from '../database/index.ts';
import { partLine, type StackContext, supervisePart } from './context.ts';
import { apiEnvironment } from './environment.ts';
import { logFile, runBundle } from './launch.ts';

export type StackDatabase = {
  uri: string;
  /** Frees what a process killed inside a transaction left locked (rule T5), where the server does not do so itself. */
  releaseLocks(): Promise<void>;
  stop(): Promise<void>;
};

/** The database of MONGODB_URI, or an embedded one that is kept alive. */
export async function startStackDatabase(context: StackContext): Promise<StackDatabase> {
  const { settings, say } = context;
  if (settings.mongodbUri !== undefined) {
    await checkExternalDatabase(settings.mongodbUri);
    say(partLine('database', withoutPassword(settings.mongodbUri), 'yours (MONGODB_URI)'));
    return { uri: settings.mongodbUri, releaseLocks: () => Promise.resolve(), stop: () => Promise.resolve() };
  }
  return startEmbedded(context);
}

async function startEmbedded(context: StackContext): Promise<StackDatabase> {
  const { settings, children, say } = context;
  const { cacheDir, dataDir } = settings;
  let port = settings.databasePort;
  const launch = async () => {
    const options = { cacheDir, dataDir, children, say, logFile: logFile(settings, 'database') };
    const database = await startDatabase(port === undefined ? options : { ...options, port });
    // The others know it now, so a restart has to keep it.
    ({ port } = database);
    return database;
  };
  const supervised = await supervisePart(context, { name: 'The database', part: 'database', launch });
  const { uri, engine, description } = supervised.first;
  say(partLine('database', uri.replace(/\?.*/, ''), description));
  return {
    uri,
    stop: () => supervised.stop(),
    releaseLocks: () => (engine === 'secantusdb' ? releaseLocks(uri) : Promise.resolve()),
  };
}

/**
 * Brings the schema up to date and puts the demo data in, where it is not there yet.
 * @returns whether there is demo data: a database that people of its own use gets none, least of all a demo admin
 */
export async function fillDatabase(context: StackContext, { uri }: StackDatabase): Promise<boolean> {
  const { settings, secrets, say } = context;
  // Neither of the two sends mail, but the environment must be complete.
  const env = apiEnvironment(settings, { mongodbUri: uri, smtpUrl: 'smtp://127.0.0.1:25', secrets });
  await runBundle('migrate', 'The migration of the database', { ...context, env });
  if (settings.mongodbUri !== undefined && (await isInUse(uri))) {
    say('The database has users of its own: it gets no demo data.');
    return false;
  }
  await runBundle('seed', 'The filling in of demo data', { ...context, env });
  return true;
}

function withoutPassword(uri: string): string {
  return uri.replace(/\/\/[^@/]*@/, '//');
}
