/** One expert who fits: the score and what it is made of. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MatchQuery } from './match.graphql.ts';
import styles from './match.module.css';

interface MatchProps {
  readonly match: MatchQuery['matchExperts'][number];
  /** The best of them is what one most likely wants. */
  readonly first: boolean;
  readonly running: boolean;
  readonly onInvite: () => void;
}

export function Match({ match: { expert, score, parts }, first, running, onInvite }: MatchProps) {
  const { t } = useTranslation('coordinator');
  const { name, title, institution } = expert.practitioner;
  return (
    <li className={styles['match']}>
      <div>
        <strong>{name}</strong> {t(`shared:title.${title}`)} · {institution.name} ·{' '}
        <span className={expert.online ? styles['online'] : styles['away']}>
          {t(expert.online ? 'match.online' : 'match.away')}
        </span>
        <ul className={styles['parts']}>
          {parts
            .filter(({ points }) => Math.abs(points) >= 0.05)
            .map(({ factor, points, because }) => (
              <li key={factor} title={because}>
                {because}
                {'\u00a0'}
                <span className={`${styles['points']} numerals`}>{signed(points)}</span>
              </li>
            ))}
        </ul>
      </div>
      <div className={styles['act']}>
        <span className={`${styles['score']} numerals`}>{t('match.score', { score: Math.round(score) })}</span>
        <Button
          size="small"
          type={first ? 'primary' : 'default'}
          disabled={running}
          aria-label={t('match.invite', { name })}
          onClick={onInvite}
        >
          {t('match.ask')}
        </Button>
      </div>
    </li>
  );
}

function signed(points: number): string {
  const rounded = Math.round(points * 10) / 10;
  return rounded < 0 ? `−${-rounded}` : `+${rounded}`;
}
