import type { Types } from 'mongoose';

/** Mongoose makes the id where it is an object id. */
type NamedField<Row> = Row extends { _id: Types.ObjectId } ? Exclude<keyof Row, '_id'> : keyof Row;

/**
 * What a schema of such rows has to name, for `satisfies`: every field, optional ones too. One that is forgotten does not
 * compile; mongoose would drop it, without a word, from what is written.
 */
export type SchemaFields<Row> = { [Field in NamedField<Row>]-?: unknown };
