/** Addresses without a page for this person: each says why, and where to go from here. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSession } from '../graph/graph-context.tsx';
import { EmptyState } from '../shared/feedback/empty-state.tsx';

export function NoWorkspace() {
  const { t } = useTranslation('shared');
  return (
    <EmptyState title={t('workspace.none')} hint={t('workspace.noneHint')}>
      <Button href="/graphql">{t('workspace.playground')}</Button>
    </EmptyState>
  );
}

export function NotYours({ role }: { role: string }) {
  const { t } = useTranslation('shared');
  const name = useSession()?.viewer.displayName;
  return (
    <EmptyState
      title={t('workspace.notYours', { role: t(`role.${role}`) })}
      hint={t('workspace.notYoursHint', { name })}
    >
      <GoHome />
    </EmptyState>
  );
}

export function Nowhere() {
  const { t } = useTranslation('shared');
  return (
    <EmptyState title={t('workspace.nowhere')} hint={t('workspace.nowhereHint')}>
      <GoHome />
    </EmptyState>
  );
}

function GoHome() {
  const { t } = useTranslation('shared');
  const navigate = useNavigate();
  return (
    <Button type="primary" onClick={() => void navigate('/')}>
      {t('workspace.goHome')}
    </Button>
  );
}
