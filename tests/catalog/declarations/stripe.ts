import { stripe } from '../../../src/catalog/other/webhooks.js';
import type { Declarations } from '../declared.js';

export default {
  library: stripe,
  modules: ['stripe'],
  types: { StripeClass: "typeof import('stripe').default", Resource: "(id: string) => void", Stripe: "import('stripe').default", Webhooks: "import('stripe').default['webhooks']" },
  onlyIn: { 'Stripe.parseThinEvent': 'stripe 17 and 18', 'StripeClass()': 'plain JavaScript' },
} satisfies Declarations;
