/** Diagnosis, code and advice, kept as one types; what is missing stands beside the button; signing is asked once more. */
import { Button, Input } from 'antd';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../../shared/actions/use-action.ts';
import type { Consultation } from '../../../shared/consultation/use-consultation.ts';
import { useDraft } from '../../../shared/drafts/use-draft.ts';
import { diseases } from '../../../shared/terms/diseases.ts';
import { TermBox } from '../../../shared/terms/term-box.tsx';
import type { Myself } from '../use-myself.ts';
import { AmendOpinionDocument, SignOpinionDocument } from './opinion.graphql.ts';
import styles from './opinion.module.css';
import { type OpinionText, missingIn, nothingWritten, readOpinionText, trimmed } from './opinion-text.ts';
import { lazily } from '../../../shared/loading/lazily.ts';

const SignOpinion = lazily(async () => (await import('./sign-opinion.tsx')).SignOpinion);

interface OpinionFormProps {
  readonly request: Consultation;
  readonly myself: Myself;
  /** The version in force, which a new one starts from. */
  readonly current: Consultation['opinions'][number] | null;
  /** After completion. */
  readonly amends: boolean;
  readonly readAgain: () => void;
  readonly onDone: () => void;
}

export function OpinionForm({ request, myself, current, amends, readAgain, onDone }: OpinionFormProps) {
  const { t } = useTranslation('expert');
  const empty = current ? { ...current, diseaseCode: current.diseaseCode ?? '' } : nothingWritten;
  const draft = useDraft(`opinion.${request.id}.${current?.version ?? 0}`, { empty, read: readOpinionText });
  const sign = useAction(amends ? AmendOpinionDocument : SignOpinionDocument);
  const [asking, setAsking] = useState(false);
  const { diagnosis, diseaseCode, advice } = draft.value;
  const write = (change: Partial<OpinionText>) => draft.keep({ diagnosis, diseaseCode, advice, ...change });
  const missing = missingIn(draft.value);
  const text = trimmed(draft.value);
  const run = async () => {
    const code = text.diseaseCode === '' ? null : text.diseaseCode;
    if (!(await sign.run({ input: { ...text, diseaseCode: code, consultationId: request.id } }))) return;
    setAsking(false);
    draft.discard();
    readAgain();
    onDone();
  };
  return (
    <section aria-labelledby="my-opinion" className={styles['form']}>
      <h3 id="my-opinion">{t(current ? 'opinion.next' : 'opinion.mine', { version: (current?.version ?? 0) + 1 })}</h3>
      <div>
        <label htmlFor="opinion-diagnosis">{t('opinion.diagnosis')}</label>
        <Input.TextArea
          id="opinion-diagnosis"
          rows={2}
          className={styles['growing'] ?? ''}
          maxLength={2000}
          value={diagnosis}
          onChange={({ target }) => write({ diagnosis: target.value })}
        />
      </div>
      <div>
        <label htmlFor="opinion-code">{t('opinion.code')}</label>
        <TermBox
          id="opinion-code"
          terms={diseases}
          value={diseaseCode}
          placeholder={t('opinion.findCode')}
          onChange={(code) => write({ diseaseCode: code })}
        />
      </div>
      <div>
        <label htmlFor="opinion-advice">{t('opinion.advice')}</label>
        <Input.TextArea
          id="opinion-advice"
          rows={5}
          className={`${styles['growing']} ${styles['long']}`}
          maxLength={10_000}
          value={advice}
          onChange={({ target }) => write({ advice: target.value })}
        />
      </div>
      <p className={styles['submit']}>
        <Button type="primary" disabled={missing.length > 0} onClick={() => setAsking(true)}>
          {t('opinion.toSign')}
        </Button>
        <span role="status" className={styles['quiet']}>
          {missing.length > 0 &&
            t('opinion.missing', { what: missing.map((field) => t(`opinion.${field}`)).join(t('opinion.and')) })}
          {missing.length === 0 && draft.kept && t('opinion.kept')}
        </span>
      </p>
      <Suspense fallback={null}>
        {asking && (
          <SignOpinion
            request={request}
            myself={myself}
            text={text}
            current={current}
            sign={sign}
            onSign={() => void run()}
            onClose={() => setAsking(false)}
          />
        )}
      </Suspense>
    </section>
  );
}
