import { addDays, type LocalDate } from '../../shared/domain/time/local-date.ts';
import type { Minutes } from '../../shared/domain/time/clock-time.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import { germanDate } from '../../shared/use-cases/region-in-use.ts';

const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 86_400_000;
const SUMMER_OFFSET_MINUTES = 120;
const WINTER_OFFSET_MINUTES = 60;

const germanClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  hour: '2-digit',
  minute: '2-digit',
});

function minutesThere(instant: number): Minutes {
  const [hours = '', minutes = ''] = germanClock.format(instant).split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** The instant of a German wall-clock time; the first where it comes twice, an hour later where it is left out. */
function germanInstant(date: LocalDate, minutes: Minutes): number {
  const asUtc = date * MS_PER_DAY + minutes * MS_PER_MINUTE;
  const inSummer = asUtc - SUMMER_OFFSET_MINUTES * MS_PER_MINUTE;
  return minutesThere(inSummer) === minutes ? inSummer : asUtc - WINTER_OFFSET_MINUTES * MS_PER_MINUTE;
}

/** The next instant after `now` at which the clock in Germany shows `minutes` (0-1,439), on clock-change days too. */
export function nextDaily(now: number, minutes: Minutes): number {
  const today = germanDate(now);
  const next = [0, 1, 2].map((days) => germanInstant(addDays(today, days), minutes)).find((at) => at > now);
  return next ?? now + MS_PER_DAY;
}

/** The next instant after `now` at which the clock shows `minute` (0-59) of an hour. */
export function nextHourly(now: number, minute: Minutes): number {
  const hour = Math.floor(now / MS_PER_HOUR) * MS_PER_HOUR + minute * MS_PER_MINUTE;
  return hour > now ? hour : hour + MS_PER_HOUR;
}

/** Something to do again and again; `next` gives the first instant after `now` at which it is due. */
export type TimedTask = {
  readonly next: (now: number) => number;
  readonly run: () => Promise<void>;
};

/** Runs each task whenever it is due, as long as the process lives; `stop` runs no more. */
export function startTimers(
  deps: { readonly clock: Clock },
  tasks: readonly TimedTask[],
): { readonly stop: () => void } {
  const timers = new Map<TimedTask, NodeJS.Timeout>();
  const arm = (task: TimedTask) => {
    const now = deps.clock();
    const timer = setTimeout(
      () => {
        arm(task);
        void task.run();
      },
      task.next(now) - now,
    );
    timers.set(task, timer.unref());
  };
  tasks.forEach(arm);
  return {
    stop: () => {
      timers.forEach((timer) => {
        clearTimeout(timer);
      });
    },
  };
}
