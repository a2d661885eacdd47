import { contractOf, type InputOf, type OutputOf } from '#contract';
import type { components, operations, security } from '#generated/pomodoro';

/** The bodies of this API are checked by its handlers, which therefore may not rely on the documented type. */
type Unchecked<Values> = { [Name in keyof Values]: Name extends 'body' ? unknown : Values[Name] };

export const { Operation, refusal, answer } = contractOf<operations, security>('pomodoro');
export type Input<Id extends keyof operations> = Unchecked<InputOf<operations[Id], security[Id]>>;
export type Output<Id extends keyof operations> = OutputOf<operations[Id]>;
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];
