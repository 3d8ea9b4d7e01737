/** The doctor's own decision after the opinions, or what is added to it later: written, kept while it is, shown once more, and signed. */
import { Button } from 'antd';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../graph/graph-context.tsx';
import { useAction } from '../../../shared/actions/use-action.ts';
import field from '../../../shared/controls/field.module.css';
import type { Consultation } from '../../../shared/consultation/use-consultation.ts';
import { isOvertaken } from '../../../shared/consultation/who-was-first.ts';
import { useDraft } from '../../../shared/drafts/use-draft.ts';
import { AddToConclusionDocument, ConcludeDocument } from './case.graphql.ts';
import styles from './follow-case.module.css';
import { lazily } from '../../../shared/loading/lazily.ts';

const ConfirmLegalAct = lazily(
  async () => (await import('../../../shared/actions/confirm-legal-act.tsx')).ConfirmLegalAct,
);

interface WriteConclusionProps {
  readonly consultation: Consultation;
  /** It is concluded already, and this is added to it. */
  readonly amends: boolean;
  readonly readAgain: () => void;
}

const read = (kept: unknown) => (typeof kept === 'string' ? kept : undefined);

export function WriteConclusion({ consultation: { id, opinions }, amends, readAgain }: WriteConclusionProps) {
  const { t } = useTranslation('doctor');
  const name = useSession()?.viewer.displayName;
  const which = amends ? 'amend' : 'conclude';
  const draft = useDraft(`${which}.${id}`, { empty: '', read });
  const [signing, setSigning] = useState(false);
  const { run, running, problem } = useAction(amends ? AddToConclusionDocument : ConcludeDocument);
  useEffect(() => {
    if (isOvertaken(problem)) readAgain();
  }, [problem, readAgain]);
  const text = draft.value;
  const sign = async () => {
    if (!(await run({ input: { consultationId: id, conclusion: text.trim() } }))) return;
    draft.discard();
    setSigning(false);
  };
  const quoted = opinions.at(-1)?.advice;
  const form = (
    <>
      <label htmlFor="conclusion" className={amends ? 'unseen' : field['name']}>
        {t(`${which}.title`)}
      </label>
      <textarea
        id="conclusion"
        className={field['text']}
        style={{ minHeight: amends ? '6em' : '10em' }}
        maxLength={10_000}
        aria-describedby="conclusion-hint"
        value={text}
        onChange={({ target }) => draft.keep(target.value)}
      />
      <span id="conclusion-hint" className={field['more']}>
        {t(`${which}.hint`)}
      </span>
      <div className={styles['buttons']}>
        <Button type={amends ? 'default' : 'primary'} disabled={text.trim() === ''} onClick={() => setSigning(true)}>
          {t(`${which}.sign`)}
        </Button>
        {!amends && quoted !== undefined && text.trim() === '' && (
          <Button onClick={() => draft.keep(t('conclude.quote', { advice: quoted }))}>{t('conclude.begin')}</Button>
        )}
      </div>
      <Suspense fallback={null}>
        {signing && (
          <ConfirmLegalAct
            open
            title={t(`${which}.title`)}
            confirm={t(`${which}.confirm`)}
            running={running}
            problem={problem}
            onConfirm={() => void sign()}
            onClose={() => setSigning(false)}
          >
            <blockquote className={styles['signed']}>{text.trim()}</blockquote>
            <p>{t(`${which}.what`, { name })}</p>
          </ConfirmLegalAct>
        )}
      </Suspense>
    </>
  );
  // Seldom done, so that it is out of the way of what is read.
  if (amends) {
    return (
      <details className={styles['conclusion']} open={draft.kept}>
        <summary>{t('amend.title')}</summary>
        <div className={styles['written']}>{form}</div>
      </details>
    );
  }
  return <section className={`${styles['conclusion']} ${styles['written']}`}>{form}</section>;
}
