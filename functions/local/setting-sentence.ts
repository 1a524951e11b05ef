import type { SettingFailure } from '../../shared/config/read.ts';

/** The one sentence on a wrong setting; its value is not repeated. */
export function settingSentence({ name, wanted }: SettingFailure): string {
  return `The setting ${name} is not usable: it must be ${wanted}.`;
}
