import * as z from 'zod';
import { LIMITS } from './limits.ts';

/** A SHA-256 as 64 lower-case hexadecimal digits. */
export const sha256Text = z
  .string()
  .refine((text) => /^[0-9a-f]{64}$/.test(text), { params: { code: 'not-a-sha256' } });

/** A file that is too large for a request. */
export const uploadRequest = z
  .strictObject({
    sha256: sha256Text.meta({ description: 'SHA-256 of the file, 64 lower-case hexadecimal digits.' }),
    bytes: z.int().min(1).max(LIMITS.uploadBytes).meta({ description: 'Its size.' }),
  })
  .meta({ id: 'UploadRequest' });

/** Where it is put, and how; nothing but this file is taken there. */
export const uploadAnswer = z
  .strictObject({
    method: z.literal('PUT'),
    url: z.string(),
    headers: z.record(z.string(), z.string()).meta({ description: 'To be sent exactly so.' }),
    until: z.string().meta({ description: 'From this instant on the address takes nothing.' }),
  })
  .meta({ id: 'UploadAddress' });
