"""What `glbr review` needs beside the review itself: its options, where its input comes from and its output goes."""
