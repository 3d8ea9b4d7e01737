/** The signed opinions of all, and the form for mine while I may sign or add a version. */
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Consultation } from '../../../shared/consultation/use-consultation.ts';
import type { Myself } from '../use-myself.ts';
import { OpinionForm } from './opinion-form.tsx';
import { OpinionVersions } from './opinion-versions.tsx';
import styles from './opinion.module.css';

interface OpinionPartProps {
  readonly request: Consultation;
  readonly myself: Myself;
  readonly readAgain: () => void;
}

export function OpinionPart({ request, myself, readAgain }: OpinionPartProps) {
  const { t } = useTranslation('expert');
  const [adding, setAdding] = useState(false);
  const { opinions, conclusion, availableActions } = request;
  const current = opinions.findLast(({ expert }) => expert.id === myself.id) ?? null;
  const amends = availableActions.includes('AMEND');
  const mayWrite = amends || availableActions.includes('SIGN_OPINION');
  if (!mayWrite && opinions.length === 0) return null;
  return (
    <div className={styles['part']}>
      {mayWrite && (current === null || adding) && (
        <OpinionForm
          key={current?.id}
          request={request}
          myself={myself}
          current={current}
          amends={amends}
          readAgain={readAgain}
          onDone={() => setAdding(false)}
        />
      )}
      {opinions.length > 0 && <OpinionVersions opinions={opinions} />}
      {mayWrite && current !== null && !adding && (
        <Button onClick={() => setAdding(true)}>{t('opinion.add', { version: current.version + 1 })}</Button>
      )}
      {conclusion !== null && (
        <section>
          <h3>{t('opinion.conclusion')}</h3>
          <p className={styles['words']}>{conclusion}</p>
        </section>
      )}
    </div>
  );
}
