import express, { type Express } from 'express';
import { localRequests } from '../local-requests.ts';
import { type Faults, faultSchema } from './faults.ts';
import { attachmentBytes } from './message.ts';
import { listPage, messagePage, missingPage } from './pages.ts';
import { mailPolicy, pagePolicy } from './policies.ts';
import { addPreviews } from './previews/routes.ts';
import type { MessageStore } from './store.ts';

/**
 * The mailbox over HTTP: pages for people, and for programs
 * - `GET /api/messages` all mails, the oldest first; `?to=customer@example.com` those to one address
 * - `GET /api/messages/:id`, `DELETE /api/messages`
 * - `GET /api/previews` a sample of every mail that there is, in every language
 * - `POST /api/faults` (see `faultSchema`), `GET /api/faults`, `DELETE /api/faults`
 */
export function createMailboxApp(store: MessageStore, faults: Faults): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(localRequests());
  addPages(app, store);
  addMessagesApi(app, store);
  addFaultsApi(app, faults);
  addPreviews(app);
  return app;
}

function addPages(app: Express, store: MessageStore): void {
  app.get('/', (_request, response) => {
    response.set('Content-Security-Policy', pagePolicy).send(listPage(store.list()));
  });
  app.get('/messages/:id', (request, response) => {
    const message = store.find(request.params.id);
    response.set('Content-Security-Policy', pagePolicy);
    if (message) response.send(messagePage(message));
    else response.status(404).send(missingPage());
  });
  app.get('/messages/:id/html', (request, response) => {
    const message = store.find(request.params.id);
    response.set('Content-Security-Policy', mailPolicy).type('html');
    // Links of the mail open in a tab of their own.
    if (message) response.send(`<base target="_blank">${message.html}`);
    else response.status(404).send(missingPage());
  });
  app.get('/messages/:id/attachments/:index', (request, response) => {
    const file = store.find(request.params.id)?.attachments[Number(request.params.index)];
    if (!file) {
      response.status(404).send(missingPage());
      return;
    }
    response.attachment(file.filename).set('Content-Type', file.contentType).send(attachmentBytes(file));
  });
  app.post('/clear', (_request, response) => {
    store.clear();
    response.redirect(303, '/');
  });
}

function addMessagesApi(app: Express, store: MessageStore): void {
  app.get('/api/messages', (request, response) => {
    const { to } = request.query;
    response.json(store.list(typeof to === 'string' ? to : undefined));
  });
  app.delete('/api/messages', (_request, response) => {
    store.clear();
    response.sendStatus(204);
  });
  app.get('/api/messages/:id', (request, response) => {
    const message = store.find(request.params.id);
    if (message) response.json(message);
    else response.status(404).json({ error: 'There is no such mail.' });
  });
  app.get('/api/latest', (_request, response) => {
    response.json({ id: store.list().at(-1)?.id ?? '' });
  });
}

function addFaultsApi(app: Express, faults: Faults): void {
  app.post('/api/faults', express.json(), (request, response) => {
    const fault = faultSchema.safeParse(request.body);
    if (!fault.success) {
      response.status(400).json({ error: 'This is no fault.', issues: fault.error.issues });
      return;
    }
    faults.set(fault.data);
    response.status(201).json(fault.data);
  });
  app.get('/api/faults', (_request, response) => {
    response.json(faults.list());
  });
  app.delete('/api/faults', (_request, response) => {
    faults.clear();
    response.sendStatus(204);
  });
}
