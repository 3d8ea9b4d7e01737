/** Billing has no settings of its own: prices are dated schedules in the domain, and insurance comes from the patients. */
import { defineSettings } from '@huizhen/platform/config/settings';

export const billingSettings = defineSettings({});
