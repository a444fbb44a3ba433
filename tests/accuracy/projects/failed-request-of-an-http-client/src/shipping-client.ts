// why: an error that a client of another server throws is for its callers
import axios, { AxiosError } from 'axios';
import { GatewayError } from './gateway-error';

export class ShippingClient {
  private readonly http = axios.create({ baseURL: 'https://shipping.example.com', timeout: 5_000 });

  async label(parcel: { weight: number; to: string }) {
    try {
      const { data } = await this.http.post('/labels', parcel);
      return data.url as string;
    } catch (error) {
      if (error instanceof AxiosError && error.response) {
        throw new GatewayError(error.response.status, error.response.data, error.message);
      }
      throw error;
    }
  }
}
