/** Records what patient or guardian have signed: it shows the words, asks who signed, and until when it holds. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerClock } from '../../../graph/graph-context.tsx';
import { ConfirmLegalAct } from '../../../shared/actions/confirm-legal-act.tsx';
import { useAction } from '../../../shared/actions/use-action.ts';
import { Choice } from '../../../shared/controls/choice.tsx';
import field from '../../../shared/controls/field.module.css';
import type { PatientHead } from '../../../shared/record/use-patient.ts';
import { RecordConsentDocument } from './consent.graphql.ts';
import styles from './consent.module.css';

interface RecordConsentProps {
  readonly patient: Pick<PatientHead, 'id' | 'name' | 'guardian'>;
  readonly onSigned: () => void;
  readonly onClose: () => void;
}

const days = { year: 365, halfYear: 182, always: null } as const;
type HowLong = keyof typeof days;

export function RecordConsent({ patient, onSigned, onClose }: RecordConsentProps) {
  const { t } = useTranslation('doctor');
  const clock = useServerClock();
  const id = useId();
  const { run, running, problem } = useAction(RecordConsentDocument);
  const { guardian } = patient;
  const [signedBy, setSignedBy] = useState(guardian ? guardian.name : patient.name);
  const [howLong, setHowLong] = useState<HowLong>('year');
  const sign = async () => {
    if (signedBy.trim() === '') return document.getElementById(id)?.focus();
    const span = days[howLong];
    const validUntil = span === null ? null : new Date(clock.now() + span * 86_400_000).toISOString();
    const input = {
      patientId: patient.id,
      purpose: 'REMOTE_CONSULTATION',
      signedBy: signedBy.trim(),
      validUntil,
    } as const;
    if (!(await run({ input }))) return undefined;
    onSigned();
    return onClose();
  };
  return (
    <ConfirmLegalAct
      open
      title={t('consent.record')}
      confirm={t('consent.confirm')}
      running={running}
      problem={problem}
      onConfirm={() => void sign()}
      onClose={onClose}
    >
      <div className={styles['form']}>
        <blockquote className={styles['words']}>{t('consent.words', { name: patient.name })}</blockquote>
        <div className={field['field']}>
          <label htmlFor={id} className={field['name']}>
            {t('consent.signedBy')}
          </label>
          <input
            id={id}
            className={field['text']}
            maxLength={100}
            aria-invalid={signedBy.trim() === ''}
            value={signedBy}
            onChange={({ target }) => setSignedBy(target.value)}
          />
          <span className={field['more']}>
            {guardian
              ? t('consent.guardian', { name: guardian.name, relation: guardian.relation ?? '' })
              : t('consent.self')}
          </span>
        </div>
        <div className={field['field']}>
          <span className={field['name']}>{t('consent.howLong')}</span>
          <Choice
            label={t('consent.howLong')}
            value={howLong}
            options={(['year', 'halfYear', 'always'] as const).map((value) => ({
              value,
              label: t(`consent.${value}`),
            }))}
            onChoose={setHowLong}
          />
        </div>
        <p className={field['more']}>{t('consent.withdrawal')}</p>
      </div>
    </ConfirmLegalAct>
  );
}
