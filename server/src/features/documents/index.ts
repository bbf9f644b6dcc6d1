export { BookmarkModel } from './bookmark-model.ts';
export { CounterModel } from './counter-model.ts';
export { DocumentModel } from './document-model.ts';
export { issueDueDocuments } from './issue-due-documents.ts';
export { documentRoutes } from './routes.ts';
export type { Seller } from './seller.ts';
