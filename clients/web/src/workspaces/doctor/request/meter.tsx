/** What is still missing, shorter with each answer, and the one button; the list is the server's own rule. */
import { CheckCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../../shared/actions/use-action.ts';
import type { PatientHead } from '../../../shared/record/use-patient.ts';
import { CancelCase } from '../consultation/cancel-case.tsx';
import { MissingList } from './missing-list.tsx';
import { type RequestTextFragment, SubmitRequestDocument } from './request.graphql.ts';
import styles from './meter.module.css';
import { Refusal } from './refusal.tsx';
import { SavedNote } from './saved-note.tsx';
import type { WrittenRequest } from './use-request-text.ts';
import { lazily } from '../../../shared/loading/lazily.ts';

const RecordConsent = lazily(async () => (await import('../consent/record-consent.tsx')).RecordConsent);

interface MeterProps {
  readonly request: RequestTextFragment;
  readonly written: WrittenRequest;
  readonly patient: PatientHead | null;
  readonly readAgain: () => void;
}

export function Meter({ request, written, patient, readAgain }: MeterProps) {
  const { t } = useTranslation('doctor');
  const [signing, setSigning] = useState(false);
  const submit = useSubmit(request.id, written.settled);
  const { missing } = request;
  const done = missing?.length === 0;
  return (
    <section className={`${styles['meter']} ${done ? styles['complete'] : ''}`} aria-label={t('meter.label')}>
      <p role="status" className={styles['count']} data-missing={missing?.length}>
        {done && <CheckCircleOutlined aria-hidden />}{' '}
        {missing ? t(done ? 'meter.done' : 'meter.missing', { count: missing.length }) : t('meter.unknown')}
      </p>
      {missing && <MissingList missing={missing} onConsent={() => setSigning(true)} />}
      <Button
        type="primary"
        size="large"
        block
        loading={submit.running}
        disabled={!request.availableActions.includes('SUBMIT') || (missing !== null && !done)}
        onClick={submit.press}
      >
        {t('meter.submit')}
      </Button>
      <SavedNote written={written} />
      {submit.problem && <Refusal problem={submit.problem} onConsent={() => setSigning(true)} />}
      <CancelCase id={request.id} available={request.availableActions} draft />
      <Suspense fallback={null}>
        {signing && patient && (
          <RecordConsent patient={patient} onSigned={readAgain} onClose={() => setSigning(false)} />
        )}
      </Suspense>
    </section>
  );
}

/** What was pressed while the last words were on their way is done once they have arrived. */
function useSubmit(consultationId: string, settled: boolean) {
  const { run, running, problem } = useAction(SubmitRequestDocument);
  const [pressed, setPressed] = useState(false);
  useEffect(() => {
    if (!pressed || !settled) return;
    setPressed(false);
    void run({ input: { consultationId } });
  });
  return { running: running || pressed, problem, press: () => setPressed(true) };
}
