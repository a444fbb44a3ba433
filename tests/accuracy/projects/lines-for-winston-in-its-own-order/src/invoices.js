// why: winston takes the text first, and keeps what follows it
const lines = require('./lines');

async function send(invoice, mailer) {
  try {
    await mailer.send(invoice.address);
    lines.info('invoice sent', { invoice: invoice.id });
    lines.log('info', 'invoice archived', { invoice: invoice.id });
  } catch (error) {
    lines.error('invoice not sent', error);
    throw error;
  }
}

module.exports = { send };
