// Stands for mongod in tests on machines that have none: it speaks just enough of the wire protocol to be made a replica
// set, keeps its configuration in the data folder, and is no member when its address is not in there, as mongod does.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import mongoose from 'mongoose';

const { BSON } = mongoose.mongo;
const opcodes = { reply: 1, query: 2004, message: 2013 };
const headerBytes = 16;

const { values } = parseArgs({ strict: false });
if (values.version) {
  console.log('db version v8.2.1');
  process.exit(0);
}
const port = Number(values.port);
const file = join(values.dbpath, 'replset.json');
let config = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;

const isMember = () => config?.members.some(({ host }) => host === `127.0.0.1:${port}`) ?? false;
const failure = (code, errmsg) => ({ ok: 0, code, errmsg });

function store(next) {
  config = next;
  writeFileSync(file, JSON.stringify(next));
  return { ok: 1 };
}

function answer(command) {
  if ('replSetInitiate' in command) {
    return config ? failure(23, 'already initialized') : store({ ...command.replSetInitiate, version: 1 });
  }
  if ('replSetGetConfig' in command)
    return config ? { ok: 1, config } : failure(94, 'no replset config has been received');
  if ('replSetReconfig' in command) {
    return isMember() || command.force ? store(command.replSetReconfig) : failure(10107, 'not primary');
  }
  if ('serverStatus' in command) return { ok: 1, pid: process.pid };
  if ('hello' in command || 'ismaster' in command || 'isMaster' in command) return hello();
  return { ok: 1 };
}

function hello() {
  const member = isMember();
  return {
    ok: 1,
    helloOk: true,
    isWritablePrimary: member,
    ismaster: member,
    ...(config ? { setName: config._id, hosts: config.members.map(({ host }) => host) } : { isreplicaset: true }),
    minWireVersion: 0,
    maxWireVersion: 27,
    maxBsonObjectSize: 16_777_216,
    maxMessageSizeBytes: 48_000_000,
    maxWriteBatchSize: 100_000,
  };
}

function reply(message) {
  const requestId = message.readInt32LE(4);
  const asQuery = message.readInt32LE(12) === opcodes.query;
  // A query has its collection's name and two numbers before the document, a message one byte for the kind of section.
  const start = asQuery ? message.indexOf(0, headerBytes + 4) + 9 : headerBytes + 5;
  const end = start + message.readInt32LE(start);
  const document = BSON.serialize(answer(BSON.deserialize(message.subarray(start, end))));
  const prefix = asQuery ? Buffer.alloc(20) : Buffer.alloc(5);
  if (asQuery) prefix.writeInt32LE(1, 16);
  const header = Buffer.alloc(headerBytes);
  header.writeInt32LE(headerBytes + prefix.length + document.length, 0);
  header.writeInt32LE(requestId, 8);
  header.writeInt32LE(asQuery ? opcodes.reply : opcodes.message, 12);
  return Buffer.concat([header, prefix, document]);
}

createServer((socket) => {
  let received = Buffer.alloc(0);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk]);
    while (received.length >= headerBytes && received.length >= received.readInt32LE(0)) {
      const length = received.readInt32LE(0);
      socket.write(reply(received.subarray(0, length)));
      received = received.subarray(length);
    }
  });
}).listen(port, '127.0.0.1');
