export interface Channel {
  deliver(to: string, text: string): Promise<void>;
}
