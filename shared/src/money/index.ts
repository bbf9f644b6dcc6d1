export * from './minor-units.ts';
export * from './price.ts';
