/** Billing has no settings of its own: prices are dated schedules in the domain, and insurance comes from the patients. */
import { defineSettings, type SettingsOf } from '@huizhen/platform/config/settings';

export const billingSettings = defineSettings({});

export type BillingSettings = SettingsOf<typeof billingSettings>;
