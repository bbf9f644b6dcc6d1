import type { OfferTerms, Question } from '@serene/shared/contracts';
import {
  offerAccesses,
  offerCategories,
  offerColors,
  type OfferAccess,
  type OfferCategory,
  type OfferColor,
} from '@serene/shared/offers';
import type { Duration } from '@serene/shared/scheduling';
import { model, Schema, type Types } from 'mongoose';
import type { SchemaFields } from '../../infra/schema-fields.ts';
import type { Place } from '../experts/index.ts';

/** An offer that an expert has made (rule F3). */
export type SessionTypeRecord = {
  _id: Types.ObjectId;
  expertId: Types.ObjectId;
  title: string;
  description: string;
  durationMinutes: Duration;
  /** In minor units of `currency`; 0 is free. */
  priceMinor: number;
  currency: string;
  isActive: boolean;
  color: OfferColor;
  maxParticipants: number;
  category: OfferCategory;
  access: OfferAccess;
  pathways: string[];
  questions: Question[];
  place: Place;
  calendar: 'own' | 'calendly';
  /** Its own terms; null is the expert's (rule F2). */
  terms: OfferTerms;
  /** Its place among the cards of the expert's page. */
  position: number;
  /** Raised by each save: two tabs do not overwrite each other. */
  version: number;
  createdAt: Date;
  updatedAt: Date;
};

const text = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;
const mixed = { type: Schema.Types.Mixed, required: true } as const;
const date = { type: Date, required: true } as const;

const sessionTypeSchema = new Schema<SessionTypeRecord>(
  {
    expertId: { type: Schema.Types.ObjectId, required: true },
    title: text,
    description: { type: String, default: '' },
    durationMinutes: number,
    priceMinor: number,
    currency: text,
    isActive: { type: Boolean, required: true },
    color: { type: String, enum: offerColors, required: true },
    maxParticipants: number,
    category: { type: String, enum: offerCategories, required: true },
    access: { type: String, enum: offerAccesses, required: true },
    pathways: { type: [String], default: [] },
    // Validated by the contract's schema at the edge.
    questions: mixed,
    place: mixed,
    calendar: { type: String, enum: ['own', 'calendly'], required: true },
    terms: mixed,
    position: number,
    version: number,
    createdAt: date,
    updatedAt: date,
  } satisfies SchemaFields<SessionTypeRecord>,
  { collection: 'sessiontypes', versionKey: false, minimize: false },
);

sessionTypeSchema.index({ expertId: 1, isActive: 1, durationMinutes: 1 });

export const SessionTypeModel = model('SessionType', sessionTypeSchema);
