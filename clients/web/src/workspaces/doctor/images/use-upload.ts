/** Sends images of a patient, tells how far it has come, and what became of each file. */
import type { FileOutcome, UploadProgress } from '@huizhen/sdk';
import { useState } from 'react';
import { useHuizhen } from '../../../graph/graph-context.tsx';

export interface Upload {
  readonly progress: UploadProgress | null;
  readonly outcomes: readonly FileOutcome[];
  /** It broke off; what was stored is stored, and sending it again stores nothing twice. */
  readonly failed: boolean;
  send(files: readonly File[]): Promise<void>;
}

export function useUpload(whose: { readonly patientId: string; readonly consultationId?: string | undefined }): Upload {
  const huizhen = useHuizhen();
  const [progress, setProgress] = useState<UploadProgress | null>(null);
  const [outcomes, setOutcomes] = useState<readonly FileOutcome[]>([]);
  const [failed, setFailed] = useState(false);
  async function send(files: readonly File[]): Promise<void> {
    const totalBytes = files.reduce((sum, { size }) => sum + size, 0);
    setProgress({ sentBytes: 0, totalBytes, filesDone: 0, files: files.length });
    setOutcomes([]);
    setFailed(false);
    try {
      setOutcomes(await huizhen.uploadStudies({ ...whose, files, onProgress: setProgress }));
    } catch {
      setFailed(true);
    }
    setProgress(null);
  }
  return { progress, outcomes, failed, send };
}
