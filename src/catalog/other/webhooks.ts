import { all, defineLibrary } from '../vocabulary.js';

/**
 * Whoever calls a webhook may read why its signature was refused: Stripe's own guide answers with that text, and shows it to the account's
 * owner (https://docs.stripe.com/webhooks#verify-official-libraries).
 */
export const stripe = defineLibrary({
  name: 'Stripe',
  kind: 'utility',
  packages: ['stripe'],
  exports: { default: { type: 'StripeClass' }, Stripe: { type: 'StripeClass' } },
  types: {
    /** Its other members are types of plain data: `Stripe.Subscription`. */
    StripeClass: { construct: { returns: 'Stripe' }, call: { returns: 'Stripe' }, members: { webhooks: { type: 'Webhooks' } } },
    Stripe: { members: { webhooks: { type: 'Webhooks' }, ...all(['parseThinEvent', 'parseEventNotification'], { throws: 'input' }) }, any: { type: 'Resource' } },
    /** `customers.create`, `checkout.sessions.create` */
    Resource: { call: { effect: 'request' }, any: { type: 'Resource' } },
    Webhooks: { members: all(['constructEvent', 'constructEventAsync', 'constructEventWithoutVerification'], { throws: 'input' }) },
  },
});

export const svix = defineLibrary({
  name: 'Svix',
  kind: 'utility',
  packages: ['svix', 'standardwebhooks'],
  exports: { Webhook: { type: 'Webhook', constructs: 'Webhook', throws: 'input' } },
  types: { Webhook: { members: { verify: { throws: 'input' } } } },
});
