/** What to do now: as the doctor concluded, and nothing that the pages made up. */
import { useTranslation } from 'react-i18next';
import frame from '../frame/frame.module.css';
import styles from './consultation.module.css';

const parts = ['follow', 'ask', 'worse'] as const;

export function WhatToDo({ doctor }: { doctor: string }) {
  const { t } = useTranslation('patient');
  return (
    <section className={frame['card']}>
      <h2>{t('todo.title')}</h2>
      <ul className={styles['todo']}>
        {parts.map((part) => (
          <li key={part}>{t(`todo.${part}`, { doctor })}</li>
        ))}
      </ul>
    </section>
  );
}
