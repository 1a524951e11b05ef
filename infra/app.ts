import { join } from 'node:path';
import { synthesize } from './synthesize.ts';

await synthesize(join(import.meta.dirname, '../cdk.out'));
