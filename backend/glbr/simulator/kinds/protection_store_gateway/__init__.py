"""Protection Store Gateways: how they are deployed, changed, sized and switched."""
