// Where we were and what happened: where are we now, and what do we convey?
import type { Turn } from './act';
import type { Context } from './context';
import type { Event } from './event';
import type { State } from './state';

/**
 * One turn of the conversation, pure. `state` is null when a session begins.
 * Never throws for any pair of state and event; never opens a press that the screening has not opened.
 */
export declare function converse(state: State | null, event: Event, context: Context): Turn;
