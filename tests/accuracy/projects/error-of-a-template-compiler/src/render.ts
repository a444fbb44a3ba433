import Handlebars from 'handlebars';

export class RenderFailure extends Error {}

function environment() {
  const own = Handlebars.create();
  own.registerHelper('money', (value, options) => options.hash.format.render(value));
  return own;
}

export class Renderer {
  async render(template: string, data: unknown): Promise<string> {
    let text = '';
    try {
      text = environment().compile(template)(data);
    } catch (error) {
      throw new RenderFailure(error.message || `The template cannot be rendered: ${error}`);
    }
    return text.replace(/&#x27;/g, "'");
  }
}
