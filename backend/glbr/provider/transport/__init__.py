"""How Terraform and the provider reach each other: handshake, mutual TLS, HTTP/2, gRPC."""
