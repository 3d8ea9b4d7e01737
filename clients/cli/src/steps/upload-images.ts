/** Asks for an upload ticket, stores the images over DICOMweb, and reads them back with the consultation. */
import { z } from 'zod';
import { idempotencyKey, known, type DemoRun, type Step } from '../demo-run.ts';
import { imageFilesIn, instanceUidsOf, type ImageFile } from '../imaging/image-file.ts';
import { madeUpImage } from '../imaging/made-up-image.ts';
import { storeImages } from '../imaging/store-images.ts';
import { StepFailed } from '../step-failed.ts';

const ticketDocument = `mutation RequestUpload($input: RequestImagingUploadInput!) {
  requestImagingUpload(input: $input) { url token expiresAt }
}`;
const studiesDocument = `query Studies($id: ID!) {
  consultation(id: $id) { imagingStudies { modality description instanceCount } }
}`;
const ticketAnswer = z.object({
  requestImagingUpload: z.object({ url: z.string(), token: z.string(), expiresAt: z.string() }),
});
const study = z.object({
  modality: z.array(z.string()),
  description: z.string().nullable(),
  instanceCount: z.number(),
});
const studiesAnswer = z.object({ consultation: z.object({ imagingStudies: z.array(study) }) });

export const uploadImages: Step = {
  name: 'upload-images',
  title: '上传影像 Upload images (STOW-RS)',
  async run(demo) {
    const files = await filesOf(demo);
    const outcomes = await storeImages(files, await ticket(demo));
    for (const { name, stored, because } of outcomes) {
      if (stored) demo.print.good(`${name}: ${because}`);
      else demo.print.notice(`${name}: 被拒 refused: ${because}`);
    }
    const stored = outcomes.filter((outcome) => outcome.stored).length;
    demo.print.fact(`已保存 stored ${stored} · 被拒 refused ${outcomes.length - stored}`);
    await showStudies(demo);
  },
};

async function filesOf({ arguments: { dicom }, state }: DemoRun): Promise<ImageFile[]> {
  if (dicom !== undefined) {
    const files = await imageFilesIn(dicom);
    if (files.length === 0) throw new StepFailed(`目录是空的 The folder given with --dicom has no files: ${dicom}`);
    return files;
  }
  const bytes = madeUpImage(state.runId, new Date(state.startedAt));
  const read = async function* () {
    yield await Promise.resolve(bytes);
  };
  return [{ name: '演示影像 made-up image', uids: instanceUidsOf(bytes), read }];
}

/** A ticket is good for one upload, so that every attempt asks for its own; storing the same images again is harmless. */
async function ticket(demo: DemoRun) {
  const input = {
    patientId: known(demo, 'patientId'),
    consultationId: known(demo, 'consultationId'),
    idempotencyKey: idempotencyKey(demo, `upload-images-${crypto.randomUUID()}`),
  };
  const { requestImagingUpload: given } = await demo.people.requester.ask({
    document: ticketDocument,
    variables: { input },
    answer: ticketAnswer,
  });
  demo.print.good(`上传许可 upload ticket · 有效至 valid until ${given.expiresAt}`);
  return { url: new URL(given.url, demo.arguments.url).href, token: given.token };
}

async function showStudies(demo: DemoRun): Promise<void> {
  const variables = { id: known(demo, 'consultationId') };
  const { consultation } = await demo.people.requester.ask({
    document: studiesDocument,
    variables,
    answer: studiesAnswer,
  });
  for (const { modality, description, instanceCount } of consultation.imagingStudies) {
    demo.print.fact(`检查 study: ${modality.join('/')} · ${description ?? '—'} · ${instanceCount} 幅 instances`);
  }
}
