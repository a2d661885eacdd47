import { contractOf, type InputOf, type OutputOf } from '#contract';
import type { components, operations, security } from '#generated/soundboard';

export const { Operation, refusal, answer } = contractOf<operations, security>('soundboard');
export type Input<Id extends keyof operations> = InputOf<operations[Id], security[Id]>;
export type Output<Id extends keyof operations> = OutputOf<operations[Id]>;
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];
