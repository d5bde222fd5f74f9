"""The messages of Terraform's plugin protocol 6, generated from `tfplugin6.proto`."""
