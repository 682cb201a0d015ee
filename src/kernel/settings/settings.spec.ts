import { describe, expect, it } from '@jest/globals';
import { readSettings } from './settings.js';

describe('the settings', () => {
  it('put a host of the newer kind into brackets, so that the address can be opened', () => {
    expect(readSettings({ HABEAS_HOST: '::1', HABEAS_PORT: '3001' }).publicUrl).toContain('http://[::1]:3001');
  });

  it('leave other hosts as they are', () => {
    expect(readSettings({ HABEAS_PORT: '3001' }).publicUrl).toContain('http://127.0.0.1:3001');
  });
});
