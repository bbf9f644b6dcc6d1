import express, { type Express } from 'express';
import mongoose from 'mongoose';

type Read = { collection: string; method: string; filter: object; options: object };
type Copy = { reads: Read[]; body: Buffer };

/**
 * The floor of an endpoint that reads: a bare Express application that makes the same reads with the plain driver and
 * sends the same bytes. What they are it learns from the API's own answer to the first request for an address, so it
 * cannot fall behind the API.
 */
export function createBareApi({ uri, dbName, apiUrl }: { uri: string; dbName: string; apiUrl: string }): Express {
  const db = new mongoose.mongo.MongoClient(uri).db(dbName);
  const copies = new Map<string, Promise<Copy>>();

  const run = ({ collection, method, filter, options }: Read) =>
    method === 'findOne'
      ? db.collection(collection).findOne(filter, options)
      : db.collection(collection).find(filter, options).toArray();

  const app = express();
  app.set('etag', false);
  app.disable('x-powered-by');
  app.get('/api/v1/experts/:id/availability', async (request, response) => {
    const copy = copies.get(request.url) ?? copyAnswer(apiUrl + request.url);
    copies.set(request.url, copy);
    const { reads, body } = await copy;
    for (const read of reads) await run(read);
    response.set('Content-Type', 'application/json; charset=utf-8').send(body);
  });
  return app;
}

/** Asks the API in this process, listening to what it reads meanwhile. */
async function copyAnswer(url: string): Promise<Copy> {
  const reads: Read[] = [];
  mongoose.set('debug', (collection: string, method: string, ...[filter, options]: [object, object]) => {
    if (method !== 'find' && method !== 'findOne') throw new Error(`${url} does more than read: ${method}`);
    reads.push({ collection, method, filter, options });
  });
  try {
    const response = await fetch(url);
    const body = Buffer.from(await response.arrayBuffer());
    if (response.status !== 200 || reads.length === 0) throw new Error(`${url} cannot be copied: ${response.status}`);
    return { reads, body };
  } finally {
    mongoose.set('debug', false);
  }
}
