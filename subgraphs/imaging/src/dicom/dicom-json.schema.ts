/** Stored DICOM JSON, read back. */
import { z } from 'zod';
import type { DicomJson, DicomJsonElement, DicomJsonValue } from './dicom-json.ts';

const tag = z.string().regex(/^[0-9A-F]{8}$/);

const personName = z.strictObject({
  Alphabetic: z.string().optional(),
  Ideographic: z.string().optional(),
  Phonetic: z.string().optional(),
});

const value: z.ZodType<DicomJsonValue> = z.lazy(() =>
  z.union([z.string(), z.number(), z.null(), personName, dicomJsonSchema]),
);

const element: z.ZodType<DicomJsonElement> = z.strictObject({
  vr: z.string().length(2),
  Value: z.array(value).optional(),
  InlineBinary: z.string().optional(),
  BulkDataURI: z.string().optional(),
});

export const dicomJsonSchema: z.ZodType<DicomJson> = z.record(
  tag,
  z.lazy(() => element),
);
