import type { LogCode } from './log-catalogue.ts';

/** The only fields a log line may carry; none of them ever holds an answer of a person or a text of a feed. */
export type LogFields = {
  readonly region?: string;
  readonly feed?: string;
  readonly run?: string;
  readonly requestId?: string;
  readonly route?: string;
  readonly method?: string;
  readonly status?: number;
  readonly durationMs?: number;
  readonly count?: number;
  readonly rejected?: number;
  readonly bytes?: number;
  readonly sequence?: number;
  readonly attempt?: number;
  /** A code of a closed set (a notice, a guard, a failure of a port), never a message. */
  readonly reason?: string;
  /** Name of the class of an error, never its message. */
  readonly error?: string;
};

/** Writes one line of the catalogue. */
export type EventLog = (code: LogCode, fields?: LogFields) => void;
