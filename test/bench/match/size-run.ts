// One size of the benchmark of the matcher, given as JSON; prints its figures as JSON.
import * as z from 'zod';
import { benchSize } from './bench-size.ts';
import { PARTS } from './size-plan.ts';

const order = z.strictObject({
  offers: z.int().positive(),
  situations: z.int().positive(),
  levers: z.boolean(),
  only: z.array(z.enum(PARTS)),
});

const [json = ''] = process.argv.slice(2);
console.log(JSON.stringify(await benchSize(order.parse(JSON.parse(json)))));
