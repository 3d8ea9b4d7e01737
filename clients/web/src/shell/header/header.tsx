/** The bar on top: the product, the workspaces of who is signed in, the line, and what they may set for themselves. */
import { LogoutOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useKeeper, useSession } from '../../graph/graph-context.tsx';
import { workspacesOf } from '../../workspaces/all-workspaces.ts';
import { forgetDrafts } from '../../shared/drafts/use-draft.ts';
import { AppearanceSwitch } from './appearance-switch.tsx';
import { ConnectionLine } from '../../shared/line/connection-line.tsx';
import styles from './header.module.css';
import { LanguageSwitch } from './language-switch.tsx';

export function Header() {
  const { t } = useTranslation('shared');
  const keeper = useKeeper();
  const viewer = useSession()?.viewer;
  const mine = workspacesOf(viewer?.roles ?? []);
  return (
    <header className={styles['header']}>
      <strong className={styles['product']}>{t('product')}</strong>
      {mine.length > 1 && (
        <nav aria-label={t('workspace.choose')} className={styles['nav']}>
          {mine.map(({ name, role }) => (
            <NavLink key={name} to={`/${name}`} className={styles['link'] ?? ''}>
              {t(`role.${role}`)}
            </NavLink>
          ))}
        </nav>
      )}
      <ConnectionLine />
      <span className={styles['gap']} />
      <span className={styles['viewer']}>
        {viewer?.displayName}
        {viewer?.institution && <span className={styles['institution']}>{viewer.institution.name}</span>}
      </span>
      <LanguageSwitch />
      <AppearanceSwitch />
      <Button
        type="text"
        icon={<LogoutOutlined />}
        aria-label={t('signIn.out')}
        title={t('signIn.out')}
        onClick={() => {
          forgetDrafts();
          keeper.signOut();
        }}
      />
    </header>
  );
}
